# Accuracy of scikit-learn forests on the census test set: python3 make_census_forest.py DATA_FOLDER
import sys
import pandas as pd, numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder
d = sys.argv[1] + '/adult/'
tr=pd.read_csv(d+'adult_train.csv.gz'); te=pd.read_csv(d+'adult_test.csv.gz')
y=tr.pop('income'); yt=te.pop('income')
num=tr.select_dtypes('number').columns; cat=[c for c in tr if c not in set(num)]
for name,enc in [('onehot',OneHotEncoder(handle_unknown='ignore')),('ordinal',OrdinalEncoder(handle_unknown='use_encoded_value',unknown_value=-1))]:
    ct=ColumnTransformer([('n','passthrough',num),('c',enc,cat)])
    x=ct.fit_transform(tr.fillna({c:'missing' for c in cat})); xt=ct.transform(te.fillna({c:'missing' for c in cat}))
    acc=[]
    for s in range(1,6):
        m=RandomForestClassifier(100,random_state=s,n_jobs=2).fit(x,y); acc.append((m.predict(xt)==yt).mean())
    print(name,np.mean(acc),acc)
